"""Everything a person reads exists in nb, nn and en."""

import pytest

from policies.engine.evaluate import UNTOLD, own_catalogue
from policies.engine.protocol import PolicyErrorCode
from policies.exemptions import NoticeKind
from policies.text import SCANNER_IDS, Part, text, texts
from prosess.domain.guard import find_person_identifier
from prosess.domain.text import Language

CODES = {*(code.value for code in PolicyErrorCode), *(kind.value for kind in NoticeKind), UNTOLD, *SCANNER_IDS}
IDS = {*own_catalogue().rules, *CODES}


@pytest.mark.parametrize("language", list(Language))
def test_every_rule_and_code_has_its_texts_and_no_text_is_left_over(language: Language) -> None:
    told = texts(language)
    assert told.keys() == IDS
    for id_, parts in told.items():
        assert parts.keys() == {part.value for part in Part}, id_
        for part in parts.values():
            assert isinstance(part, str)
            assert part.strip() == part
            assert part.endswith((".", '"'))
            assert find_person_identifier(part) is None


def test_the_languages_are_three() -> None:
    told = {language: texts(language) for language in Language}
    same = [id_ for id_ in IDS if len({told[language][id_]["message"] for language in Language}) < 3]
    assert same == []


def test_a_key_gives_its_text() -> None:
    assert text("PP-KV-002.fix", Language.EN).startswith("Set properties.enablePurgeProtection")
    with pytest.raises(KeyError):
        text("PP-XX-999.fix", Language.EN)
