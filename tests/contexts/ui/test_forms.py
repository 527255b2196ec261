import pytest
from django import forms
from django.utils import translation

from aimwell.ui.forms import ChoiceRow


class Example(forms.Form):
    predict = forms.CharField(
        label="Predict", help_text="A number.", error_messages={"required": "A number is needed."}
    )
    way = forms.ChoiceField(label="Way", choices=[("u", "Up"), ("d", "Down")], widget=ChoiceRow, required=False)
    share = forms.BooleanField(label="Share it", required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


def field(form: forms.Form, name: str) -> str:
    return " ".join(str(form[name].as_field_group()).split())


def test_a_field_has_label_help_and_control_that_belong_together() -> None:
    html = field(Example(), "predict")
    assert '<label for="id_predict">Predict</label>' in html
    assert '<div class="help" id="id_predict_helptext">A number.</div>' in html
    assert 'aria-describedby="id_predict_helptext"' in html


def test_what_is_asked_for_stands_beside_the_field_and_is_tied_to_it() -> None:
    html = field(Example({}), "predict")
    assert '<div class="field asks">' in html
    assert 'id="id_predict_error"' in html
    assert "<span>A number is needed.</span>" in html
    assert 'aria-describedby="id_predict_helptext id_predict_error"' in html
    assert 'aria-invalid="true"' in html


def test_the_list_at_the_top_links_to_the_field() -> None:
    html = str(Example({}))
    assert html.count('role="alert"') == 1
    assert "<h2>One thing to settle</h2>" in html
    assert '<a href="#id_predict">Predict</a>: A number is needed.' in html


def test_a_form_that_is_complete_has_no_list() -> None:
    assert "ask-list" not in str(Example({"predict": "12"}))


def test_choices_are_a_group_with_a_legend() -> None:
    html = field(Example({"way": "d"}), "way")
    assert "<legend>Way</legend>" in html
    assert html.count('class="choice"') == 2
    assert html.count(" checked") == 1
    assert 'class="choice-list across"' in html


def test_a_single_box_has_its_label_after_it() -> None:
    html = field(Example(), "share")
    assert html.index("<input") < html.index("<span>Share it</span>")
    assert html.count("<label") == 1


def test_hidden_fields_come_along() -> None:
    assert '<input type="hidden" name="hidden" id="id_hidden">' in str(Example())


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["This is needed. Fill it in, then send it again.", "Write 1 or more.", "Write 30 or less."]),
        ("es", ["Esto hace falta. Complételo y envíelo otra vez.", "Escriba 1 o más.", "Escriba 30 o menos."]),
    ],
)
def test_a_form_without_words_of_its_own_asks_in_our_tone(language, told):
    class Sheet(forms.Form):
        name = forms.CharField()
        few = forms.IntegerField(min_value=1)
        many = forms.IntegerField(max_value=30)

    with translation.override(language):
        errors = Sheet({"few": "0", "many": "999"}).errors
        assert [errors[name][0] for name in ("name", "few", "many")] == told
