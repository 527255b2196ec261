"""The addresses and operations of predicting, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, inquiry, of

TABLE = "day,distance,present,possible\nMon,near,90,100\nMon,far,80,100\nWed,near,89,100\nWed,far,40,100\n"

PART = Part(
    rows={
        "predicting:boards": inquiry("read"),
        "predicting:board": of("closed_board", "read"),
        "predicting:cut_csv": Row("members", {"pk": "closed_board"}, {}, "?by=day"),
        "predicting:change": Row("write", {"pk": "open_board"}, {"question": "Why?", "version": "1"}),
        "predicting:predict": Row("write", {"pk": "open_board"}, {"text": "Bus", "test": "distance"}),
        "predicting:share": of("open_board", "write"),
        "predicting:close": of("open_board", "write"),
        "predicting:counts": Row("write", {"pk": "open_board"}, {"text": TABLE, "times": "1"}),
        "predicting:finding": Row("write", {"pk": "closed_board"}, {"text": "Wednesday"}),
        "predicting:columns": Row("write", {"pk": "counts"}, {"count": "0", "used": "0", "times": "1", "version": "1"}),
        "predicting:withdraw": of("own_prediction", "write"),
        "predicting:bring_back": of("own_prediction", "write"),
        "predicting:result": Row("write", {"pk": "predictions"}, {"result": "cannot_tell", "version": "1"}),
        "predicting:cause": Row("write", {"kind": "kind_finding", "pk": "findings"}, {"bone": "{bone}"}),
        "predicting:aside": of("findings", "write", kind="kind_finding"),
        "predicting:restore": of("findings", "write", kind="kind_finding"),
    },
    api={
        "read": "list_prediction_boards get_prediction_board",
        "members": "get_cut",
        "write": "open_prediction_board change_prediction_board share_predictions close_prediction_board "
        "set_prediction_board_aside restore_prediction_board predict withdraw_prediction bring_prediction_back "
        "record_prediction_result make_cause_of_prediction keep_finding make_cause_of_finding set_finding_aside "
        "restore_finding put_counts put_counts_of_file choose_count_columns set_counts_aside restore_counts",
    },
    bodies={
        "make_cause_of_prediction": {"bone": "@bones"},
        "make_cause_of_finding": {"bone": "@bones"},
        "put_counts": {"text": TABLE},
        "choose_count_columns": {"used": [0], "count": 0},
    },
    files=frozenset({"predicting:cut_csv"}),
    more=(
        ("predicting:board", "", {"pk": "open_board"}),
        ("predicting:board", "?by=day%7Cdistance", {"pk": "closed_board"}),
    ),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.predicting import services

    board = services.open_board(by=ana, inquiry=inquiry, question="Why is attendance low?")
    sheet = services.put_counts(by=ana, board=board, text=TABLE, name="Made up")
    prediction = services.predict(by=ana, board=board, text="Long weekends", test="by day", signed=True)
    board = services.close_board(by=ana, board=board)
    prediction.refresh_from_db()
    finding = services.keep_finding(by=ana, board=board, text="Wednesday is lowest", read_from="day")
    waiting = services.open_board(by=ana, inquiry=inquiry, question="Why do so few stay?")
    return {
        "boards": board,
        "closed_board": board,
        "open_board": waiting,
        "counts": sheet,
        "predictions": prediction,
        "own_prediction": services.predict(by=ana, board=waiting, text="The bus leaves", test="by distance"),
        "findings": finding,
        "kind_finding": "finding",
    }
