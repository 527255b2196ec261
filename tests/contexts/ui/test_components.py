from types import SimpleNamespace
from uuid import UUID

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template

from aimwell.ui.diff import pieces
from aimwell.ui.marks import NAMES, svg


def drawn(source: str, **values: object) -> str:
    return " ".join(Template("{% load ui %}" + source).render(Context(values)).split())


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_mark_is_a_shape_hidden_from_readers_beside_its_words(name: str) -> None:
    assert 'aria-hidden="true"' in svg(name)
    assert "style=" not in svg(name)
    assert drawn('{% mark name "in words" %}', name=name).endswith('<span class="mark-word">in words</span></span>')


def test_a_mark_alone_speaks() -> None:
    assert 'role="img" aria-label="a &lt;b&gt;"' in drawn('{% mark "flag" speak="a <b>" %}')


def test_an_unknown_mark_is_refused() -> None:
    with pytest.raises(KeyError):
        svg("badge")


def test_words_are_escaped_in_every_component() -> None:
    bad = "<script>x</script>"
    sources = [
        "{% section bad %}{{ bad }}{% endsection %}",
        "{% page_title bad over=bad lead=bad %}{{ bad }}{% endpage_title %}",
        '{% field bad id="a" help=bad ask=bad example=bad kept=bad %}{% endfield %}',
        "{% hint bad %}{{ bad }}{% endhint %}",
        '{% banner "offline" bad %}{{ bad }}{% endbanner %}',
        "{% margin_note bad %}{{ bad }}{% endmargin_note %}",
        "{% empty_state bad bad example=bad button=bad url=bad paper=bad paper_url=bad %}{{ bad }}{% endempty_state %}",
        "{% disclosure bad %}{{ bad }}{% enddisclosure %}",
        "{% hidden_value bad %}{% hidden_value bad block=True %}",
        "{% chart bad caption=bad %}{% endchart %}",
        "{% small_chart bad n=bad verdict=bad %}{% endsmall_chart %}",
        "{% data_table bad %}{% enddata_table %}",
        "{% submit bad %}",
        "{% worked_example bad %}{{ bad }}{% endworked_example %}",
        '{% mark "in" bad %}',
        "{% words found %}",
    ]
    for source in sources:
        html = drawn(source, bad=bad, found=pieces(bad, bad + " " + bad))
        assert "<script" not in html, source
        assert "&lt;script" in html, source


def test_a_section_has_its_label_as_heading_beside_its_content() -> None:
    html = drawn('{% section "Our aim" under="since May" line="ink" %}<p>65</p>{% endsection %}')
    assert html == (
        '<section class="section ink-line"> <h2 class="label">Our aim <span class="under">since May</span></h2>'
        ' <div class="body"><p>65</p></div> </section>'
    )


def test_a_field_that_asks_says_so_beside_the_control() -> None:
    ask = "A number, so that we can meet it again."
    html = drawn('{% field "Predict" id="p" ask=ask %}<input id="p">{% endfield %}', ask=ask)
    assert '<div class="field asks">' in html
    assert '<p class="ask" id="p_error">' in html
    assert "<span>A number, so that we can meet it again.</span>" in html


def test_choices_have_one_checked_and_say_why_one_is_not_available() -> None:
    options = [{"value": "a", "label": "Adopt"}, {"value": "s", "label": "Scale", "off": True, "why": "later"}]
    html = drawn('{% choices "Act" name="act" options=options value="a" %}', options=options)
    assert html.count("<input") == 1
    assert '<input type="radio" name="act" value="a" checked>' in html
    assert '<p class="choice not-available"><span>Scale</span> <span class="why">later</span></p>' in html


def test_the_switch_marks_where_the_reader_is() -> None:
    items = [{"label": "Map", "url": "?v=map", "current": True}, {"label": "Outline", "url": "?v=o", "current": False}]
    html = drawn('{% switch "View" items %}', items=items)
    assert html.count("aria-current") == 1
    assert '<a href="?v=map" aria-current="page">Map</a>' in html


def test_pages_say_which_rows_of_how_many() -> None:
    html = drawn('{% pages page query="q=a" %}', page=Paginator(range(200), 20).page(2))
    assert "21 to 40 of 200" in html
    assert 'href="?q=a&amp;page=1"' in html
    assert 'href="?q=a&amp;page=3"' in html


def test_one_page_needs_no_pager() -> None:
    assert drawn("{% pages page %}", page=Paginator(range(5), 20).page(1)) == ""


def test_count_squares_show_what_came_in_and_say_it() -> None:
    html = drawn('{% count_squares groups "Room 14" total="3 of 4" %}', groups=[[True, False], [True, True]])
    assert html.count('class="in') == 3
    assert html.count('class="out') == 1
    assert '<span class="quiet">3 of 4</span>' in html


def test_the_ramp_marks_the_cycle_that_is_open() -> None:
    steps = [
        {"no": "Cycle 1", "name": "Cards", "mark": "below", "url": "/1"},
        {"no": "Cycle 2", "name": "Minute", "url": "/2", "current": True},
    ]
    html = drawn('{% ramp steps "Linked cycles" %}', steps=steps)
    assert html.count('aria-current="step"') == 1
    assert '<a href="/2">' in html


def test_words_out_are_struck_and_words_in_are_tinted() -> None:
    assert drawn("{% words found %}", found=pieces("six days", "ten days")) == "<del>six</del><ins>ten</ins> days"


def test_the_key_of_a_form_is_new_each_time() -> None:
    first, second = drawn("{% idempotency_key %}"), drawn("{% idempotency_key %}")
    assert first != second
    assert UUID(first.split('value="')[1].split('"')[0]).version == 4


def test_the_version_field_carries_the_version() -> None:
    html = drawn("{% version_field thing %}", thing=SimpleNamespace(version=7))
    assert html == '<input type="hidden" name="version" value="7">'


def test_an_empty_state_without_example_or_way_is_one_sentence() -> None:
    html = drawn('{% empty_state "No cycle yet" "It starts with three lines." %}{% endempty_state %}')
    assert html == '<div class="empty"> <h2>No cycle yet</h2> <p>It starts with three lines.</p> </div>'
