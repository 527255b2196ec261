from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import current_inquiry, theory_glance
from aimwell.contexts.theory.services import abandon, add_part, record_evidence, set_aside, start_inquiry
from aimwell.domain.access import Rung


def told(glance):
    return [
        (driver.part.text, driver.quarters, [(idea.part.text, idea.quarters, idea.words) for idea in driver.ideas])
        for driver in glance
    ]


def test_glance_tells_each_live_idea_once_under_its_first_driver(ana, inquiry, tree):
    record_evidence(by=ana, idea=tree.minute, tests=2, held_settings=1)
    gone = add_part(by=ana, inquiry=inquiry, kind="idea", text="Rotation by seat", parents=[tree.think])
    abandon(by=ana, part=gone, version=None, reason="no difference")
    assert told(theory_glance(ana, inquiry)) == [
        ("Everyone has a way into the talk", 2, [("A quiet minute to rehearse", 2, "held in one setting")]),
        ("It is safe to be unsure", 2, []),
    ]


def test_glance_leaves_out_what_is_set_aside(ana, inquiry, tree):
    set_aside(by=ana, thing=tree.safe)
    assert [driver.part for driver in theory_glance(ana, inquiry)] == [tree.way_in]


def test_glance_and_current_inquiry_show_nothing_that_is_not_shared(ana, team, outsiders, inquiry, tree):
    sponsor = outsiders[2]
    assert theory_glance(sponsor, inquiry) == ()
    assert current_inquiry(sponsor, team) is None
    share(by=ana, obj=inquiry, rung=Rung.SCHOOL)
    assert len(theory_glance(sponsor, inquiry)) == 2
    assert current_inquiry(sponsor, team) == inquiry


def test_current_inquiry_is_the_newest(ana, team, inquiry):
    newer = start_inquiry(by=ana, team=team, problem="Something else")
    assert current_inquiry(ana, team) == newer


def test_glance_asks_the_same_questions_however_much_there_is(ana, inquiry, tree, django_assert_num_queries):
    for _ in range(2):
        fresh = Inquiry.objects.select_related("owner_team").get(pk=inquiry.pk)
        with django_assert_num_queries(8):
            theory_glance(ana, fresh)
        for number in range(5):
            add_part(by=ana, inquiry=inquiry, kind="idea", text=f"idea {number}", parents=[tree.think])
