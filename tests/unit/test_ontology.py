"""The coding standard as data holds together."""

from __future__ import annotations

import pytest

from demarche import ontology


def test_there_are_sixteen_types_with_sixty_seven_modes() -> None:
    types = ontology.event_types()
    assert len(types) == 16
    assert sum(len(ontology.modes(name)) for name in types) == 67


def test_every_cameo_code_has_a_place_in_plover_or_none() -> None:
    for code in ontology.cameo().values():
        assert code.type is None or code.type in ontology.event_types(), code
        assert code.mode is None or code.mode in ontology.modes(str(code.type)), code
        assert set(code.contexts) <= ontology.contexts(), code


def test_cooperation_scores_above_conflict() -> None:
    for event_type in ontology.event_types().values():
        assert (event_type.score > 0) == (event_type.quad_class <= 2), event_type.name
        scores = [mode.score for mode in event_type.modes.values() if mode.score is not None]
        assert all(-10 <= score <= 10 for score in scores)


@pytest.mark.parametrize(
    ("event_type", "is_mutual", "expected"),
    [
        ("CONSULT", False, True),
        ("COOPERATE", False, True),
        ("AGREE", True, True),
        ("AGREE", False, False),
        ("AID", True, False),
    ],
)
def test_which_acts_have_no_direction(event_type: str, is_mutual: bool, expected: bool) -> None:
    assert ontology.is_symmetric(event_type, is_mutual) is expected


def test_scores_are_looked_up_by_code() -> None:
    assert ontology.goldstein("163") == -8.0
    assert ontology.goldstein(None) is None
    assert ontology.quad_class("SANCTION") == 4
    with pytest.raises(KeyError):
        ontology.goldstein("999")


def test_bodies_have_a_kind_and_labels_in_both_languages() -> None:
    assert ontology.bodies()["HAMAS"].kind == "armed_group"
    assert all(body.label_de and body.label_en for body in ontology.bodies().values())
    assert set(ontology.quad_labels()) == {1, 2, 3, 4}
    assert set(ontology.status_labels()) == {"actual", "planned", "denied", "hypothetical"}
