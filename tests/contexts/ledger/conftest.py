from contexts.cycles.conftest import answers, doing, draft, finished, idea, inquiry, studying

__all__ = ["answers", "doing", "draft", "finished", "idea", "inquiry", "studying"]
