"""What the pages say, for whom, and how many questions they ask the database."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Evidence
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.models import Grouping, Interview, Placing, Quote, Response
from aimwell.domain.access import Rung


def url(name, *args):
    return reverse(f"voices:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


FACTS = {"kind": "interview", "group": "families", "role": "parent", "held_on": "2026-11-03", "consent": "given"}


@pytest.mark.ac("S2 R-7", "S4 R-29")
def test_the_page_names_who_was_heard_and_who_was_not_and_follows_each_entry(page, ana, inquiry):
    first = words(page(ana, url("voices", inquiry.pk)))
    assert "Not heard yet: students, families, teachers, support staff, department and leaders, community." in first
    assert "No themes yet" in first
    page(ana, url("interview_add", inquiry.pk), FACTS)
    assert "Heard: families (1)." in words(page(ana, url("voices", inquiry.pk)))
    for step in ("problem", "fishbone"):
        assert "Heard: families (1)." in words(page(ana, reverse(f"theory:{step}", args=[inquiry.pk])))


@pytest.mark.ac("S3 R-58")
def test_a_name_asks_the_writer_again_with_all_that_was_written_and_one_click_keeps_it(page, ana, devon, inquiry):
    asked = page(ana, url("interview_add", inquiry.pk), {**FACTS, "notes": "Devon was there"})
    assert asked.status_code == 422
    assert "This text may name a person: Devon." in words(asked)
    assert "Devon was there</textarea>" in asked.content.decode()
    assert 'name="keep_names" value="1"' in asked.content.decode()
    assert Interview.objects.count() == 0
    page(ana, url("interview_add", inquiry.pk), {**FACTS, "notes": "Devon was there", "keep_names": "1"})
    assert Interview.objects.get().notes == "Devon was there"


def test_a_quote_keeps_its_theme_also_when_that_is_set_aside(page, ana, listen):
    one = listen()
    quote = services.add_quote(by=ana, interview=one, new_theme="Old theme", text="As it was")
    services.add_quote(by=ana, interview=one, new_theme="Other theme")
    services.set_aside(by=ana, thing=quote.theme)
    assert '<option value="" selected>Old theme</option>' in page(ana, url("interview", one.pk)).content.decode()
    page(ana, url("quote", quote.pk), {"theme": "", "text": "As it is", "version": "1"})
    quote.refresh_from_db()
    assert (quote.theme.text, quote.text) == ("Old theme", "As it is")


def test_a_quote_with_a_name_is_asked_about_on_a_page_of_its_own(page, ana, devon, listen):
    one = listen()
    asked = page(ana, url("quote_add", one.pk), {"new_theme": "Help", "text": "Devon helps me"})
    assert asked.status_code == 422
    assert "Keep it as it is" in words(asked)
    page(ana, url("quote_add", one.pk), {"new_theme": "Help", "text": "Devon helps me", "keep_names": "1"})
    assert Quote.objects.get().text == "Devon helps me"


@pytest.mark.ac("S1 R-15", "S3 R-58")
def test_from_a_talk_to_evidence_on_a_cause_by_plain_forms(page, ana, inquiry, cause):
    page(ana, url("interview_add", inquiry.pk), FACTS)
    one = Interview.objects.get()
    page(ana, url("quote_add", one.pk), {"new_theme": "I hear nothing", "text": "Nobody calls"})
    theme = Quote.objects.get().theme
    page(ana, url("theme_link", theme.pk), {"cause": cause.pk})
    assert (Evidence.objects.get().cause, Evidence.objects.get().text) == (cause, "I hear nothing")
    shown = words(page(ana, reverse("theory:fishbone", args=[inquiry.pk]) + f"?view=outline&cause={cause.pk}"))
    assert "I hear nothing" in shown
    asked = page(ana, url("theme_link", theme.pk), {"cause": cause.pk})
    assert (asked.status_code, Evidence.objects.count()) == (422, 1)


def test_what_was_set_aside_comes_back_by_the_undo_of_the_line(page, ana, inquiry, listen):
    one = listen()
    page(ana, url("aside", "interview", one.pk), {})
    assert url("restore", "interview", one.pk) in page(ana, url("voices", inquiry.pk)).content.decode()
    page(ana, url("restore", "interview", one.pk), {})
    one.refresh_from_db()
    assert one.ended_at is None
    assert page(ana, url("aside", "lunch", one.pk), {}).status_code == 404


@pytest.mark.ac("S3 R-57")
def test_answers_are_looked_at_before_they_go_in_and_are_taken_back_by_one_click(page, ana, inquiry):
    page(ana, url("grouping_add", inquiry.pk), {"question": "Why?"})
    board = Grouping.objects.get()
    file = SimpleUploadedFile("a.csv", "id,answer\r\n1,Español sí\r\n2,I wait for you\r\n".encode("cp1252"))
    looked = page(ana, url("put_in", board.pk), {"text": "", "file": file})
    assert "2 answers were found. Nothing is in yet." in words(looked)
    assert "<li>Español sí</li>" in words(looked)
    assert Response.objects.count() == 0
    text = "id,answer\n1,Español sí\n2,I wait for you"
    page(ana, url("put_in", board.pk), {"text": text, "column": "1", "do": "put_in"})
    assert list(board.responses.values_list("text", flat=True)) == ["Español sí", "I wait for you"]
    back = url("take_back", board.pk, board.responses.first().batch)
    assert back in page(ana, url("grouping", board.pk)).content.decode()
    page(ana, back, {})
    assert board.responses.filter(ended_at=None).count() == 0


def test_answers_with_a_name_go_in_only_by_a_second_click(page, ana, devon, board):
    looked = page(ana, url("put_in", board.pk), {"text": "Devon helps\nI wait"})
    assert "These words may name a person: Devon." in words(looked)
    sent = {"text": "Devon helps\nI wait", "do": "put_in"}
    assert page(ana, url("put_in", board.pk), sent).status_code == 422
    assert board.responses.count() == 30
    page(ana, url("put_in", board.pk), {**sent, "keep_names": "1"})
    assert board.responses.count() == 32


@pytest.mark.ac("S3 R-57")
def test_what_was_said_in_interviews_goes_onto_a_board_without_typing_it_again(page, ana, inquiry, listen):
    said = (("given", "I wait,\nthen I talk"), ("not_asked", "Keep this here"), ("not_needed", "Too fast"))
    for consent, text in said:
        one = listen(consent=consent, consent_why="A public meeting" if consent == "not_needed" else "")
        services.add_quote(by=ana, interview=one, new_theme=f"Time {consent}", text=text)
    board = services.start_grouping(by=ana, inquiry=inquiry, question="What stops you?")
    shown = words(page(ana, url("grouping", board.pk)))
    assert "2 lines. What nobody was asked about stays out." in shown
    filled = page(ana, url("put_in", board.pk) + "?from=interviews").content.decode()
    assert "I wait, then I talk\nToo fast</textarea>" in filled
    assert "Keep this here" not in filled


@pytest.mark.parametrize("content", [b"%PDF-1.7 no answers", b"", b"a\x00b"])
def test_a_file_that_is_no_text_is_told_and_nothing_goes_in(page, ana, board, content):
    asked = page(ana, url("put_in", board.pk), {"text": "", "file": SimpleUploadedFile("a.csv", content)})
    assert asked.status_code == 422
    assert board.responses.count() == 30


@pytest.mark.ac("S3 R-57")
def test_grouping_needs_no_script_and_goes_from_answer_to_answer(page, ana, board, answers, groups):
    page(ana, url("start_coding", board.pk), {})
    shown = words(page(ana, url("grouping", board.pk)))
    assert "Answer 1 of 30" in shown
    assert f'name="place-{answers[0]}" value="{groups[0]}" data-key="1"' in shown
    onward = page(ana, url("place", board.pk), {f"place-{answers[0]}": groups[0]}, follow=True)
    assert "Answer 2 of 30" in words(onward)
    assert "1 of 30 answers are in a group." in words(onward)
    back = words(page(ana, url("grouping", board.pk) + "?at=1"))
    assert 'aria-pressed="true"' in back
    sent = {f"place-{answers[0]}": "", f"place-{answers[5]}": groups[2], "view": "board"}
    page(ana, url("place", board.pk), sent)
    assert list(Placing.objects.order_by("number").values_list("response", "category")) == [
        (answers[0], groups[0]), (answers[0], None), (answers[5], groups[2]),
    ]  # fmt: skip
    assert "1 of 30 answers are in a group." in words(page(ana, url("grouping", board.pk) + "?view=board"))


def test_a_move_by_script_is_one_post_and_answers_in_few_words(page, ana, board, answers, groups):
    page(ana, url("start_coding", board.pk), {})
    sent = {f"place-{answers[0]}": groups[0]}
    moved = page(ana, url("place", board.pk), sent, headers={"Accept": "application/json"})
    assert moved.json() == {"placed": 1}


@pytest.mark.ac("S3 R-57")
def test_the_open_board_tells_the_agreement_the_differences_and_the_replay(page, ana, grouped, groups, answers):
    shown = words(page(ana, url("grouping", grouped.pk)))
    assert "You put 24 of 30 answers into the same group: 80 %." in shown
    assert "Ana Ruiz: Words · Devon Park: Trust" in shown
    page(ana, url("settle", answers[29]), {"category": groups[1], "reason": ""})
    page(ana, url("sample", answers[0]), {})
    shown = words(page(ana, url("grouping", grouped.pk)))
    assert shown.count("We agree on this") == 5
    assert "“Answer 1”" in shown
    replay = words(page(ana, url("replay", grouped.pk) + "?step=2"))
    assert "Step 2 of 60" in replay
    assert "Ana Ruiz put “Answer 2” into “Time”." in replay
    assert "Step 60 of 60" in words(page(ana, url("replay", grouped.pk) + "?step=900"))


def test_the_page_of_one_who_is_done_waits_for_the_other(page, ana, devon, board, answers, groups):
    for who in (ana, devon):
        services.start_coding(by=who, grouping=board)
    services.place(by=ana, grouping=board, placings={answers[0]: groups[0]})
    said = page(ana, url("done", board.pk), {}, follow=True)
    assert "What you found stays covered until the second person is done too." in words(said)
    assert "I go on grouping" in words(said)
    assert "Words: 1" not in words(page(devon, url("grouping", board.pk)))


def test_readers_outside_see_no_notes_no_answers_and_no_small_counts(page, ana, grouped, stranger, listen):
    one = listen()
    share(by=ana, obj=grouped.inquiry, rung=Rung.PUBLIC)
    shown = words(page(stranger, url("grouping", grouped.pk)))
    assert "under 10" in shown
    assert "Answer 1" not in shown
    assert "Ana Ruiz" not in shown
    told = words(page(stranger, url("voices", grouped.inquiry_id)))
    assert "Heard: students." in told
    assert "Looked at the floor" not in told
    for name in ("interview", "board_csv", "replay"):
        pk = one.pk if name == "interview" else grouped.pk
        assert page(stranger, url(name, pk)).status_code == 404


def _more(ana, inquiry, cause, listen):
    for number in range(5):
        quote = services.add_quote(
            by=ana, interview=listen(), new_theme=f"Theme {number} {Quote.objects.count()}", text="Words"
        )
        services.link_theme(by=ana, theme=quote.theme, cause=cause)


@pytest.mark.parametrize(("name", "count"), [("voices", 14), ("interview", 11)])
def test_pages_of_voices_ask_the_same_questions_however_much_there_is(
    page, ana, inquiry, cause, listen, django_assert_num_queries, name, count
):
    one = listen()
    for _time in range(2):
        _more(ana, inquiry, cause, listen)
        page(ana, url("voices", inquiry.pk))
        with django_assert_num_queries(count):
            assert page(ana, url(name, inquiry.pk if name == "voices" else one.pk)).status_code == 200


@pytest.mark.parametrize("query", ["", "?view=board"])
def test_a_board_asks_the_same_questions_however_many_answers_there_are(
    page, ana, board, groups, django_assert_num_queries, query
):
    services.start_coding(by=ana, grouping=board)
    for _time in range(2):
        services.put_in_responses(by=ana, grouping=board, texts=[f"More {number}" for number in range(40)])
        pks = list(board.responses.values_list("pk", flat=True))
        services.place(by=ana, grouping=board, placings=dict.fromkeys(pks[1:], groups[0]))
        page(ana, url("grouping", board.pk))
        with django_assert_num_queries(13):
            assert page(ana, url("grouping", board.pk) + query).status_code == 200


def test_an_open_board_asks_the_same_questions_however_many_answers_there_are(
    page, ana, grouped, django_assert_num_queries
):
    page(ana, url("grouping", grouped.pk))
    for pk in (None, *grouped.responses.values_list("pk", flat=True)[:8]):
        if pk:
            services.keep_sample(by=ana, response=Response.objects.get(pk=pk), sample=True)
        with django_assert_num_queries(14):
            assert page(ana, url("grouping", grouped.pk)).status_code == 200
