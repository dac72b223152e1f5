"""Data between controllers: with which system, started by whom, and on which legal ground."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import model_validator

from prosess.domain.access import DataClass
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import CountryCode, OrganisationNumber, Slug, Text
from prosess.domain.text import LocalisedText


class IntegrationKind(StrEnum):
    """Kinds of systems that a pathway exchanges data with."""

    EPJ = "epj"
    VKP = "vkp"
    PMD = "pmd"
    PATIENTS_PLANS = "patients_plans"
    SUMMARY_CARE_RECORD = "kjernejournal"
    HELSENORGE = "helsenorge"
    FHIR_API = "fhir_api"
    HL7V2 = "hl7v2"
    MESSAGE = "message"
    EVENT = "event"


class LookupTrigger(StrEnum):
    """What starts an exchange. Automatic look-ups are legally unsettled and gated."""

    CLINICIAN = "clinician"
    PATIENT = "patient"
    AUTOMATIC = "automatic"


class ControllerModel(StrEnum):
    """How data controllers share (patient records act §§ 8, 9; or through a processor, logically apart)."""

    OWN = "own_s8"
    JOINT = "joint_s9"
    SHARED_VIA_PROCESSOR = "shared_via_processor"


class Integration(Model):
    """An exchange with another system."""

    id: Slug
    kind: IntegrationKind
    title: LocalisedText
    with_organisation: OrganisationNumber
    direction: Literal["read", "write", "both"]
    trigger: LookupTrigger
    contract_version: Text
    automatic_lookup_assessed: bool = False
    """Whether the legal ground for an automatic look-up is assessed and recorded."""


class Article6(StrEnum):
    """Grounds of GDPR article 6(1)."""

    CONSENT = "6.1.a"
    CONTRACT = "6.1.b"
    LEGAL_OBLIGATION = "6.1.c"
    PUBLIC_TASK = "6.1.e"


class Article9(StrEnum):
    """Exceptions of GDPR article 9(2) that health care leans on."""

    EXPLICIT_CONSENT = "9.2.a"
    HEALTH_CARE = "9.2.h"
    PUBLIC_HEALTH = "9.2.i"


class LegalBasis(Model):
    """The ground of a data flow: GDPR articles 6 and 9, and the national provisions that they lean on."""

    article_6: Article6
    article_9: Article9 | None = None
    national: tuple[Text, ...] = ()


class DataFlow(Model):
    """Data of a class that one controller hands on."""

    id: Slug
    title: LocalisedText
    data_class: DataClass
    from_controller: OrganisationNumber
    to_controller: OrganisationNumber
    integration: Slug | None = None
    information: tuple[Text, ...]
    """Information services, such as ``IT17``."""
    legal_basis: LegalBasis

    @model_validator(mode="after")
    def _health_data_needs_both_articles(self) -> Self:
        if self.data_class is DataClass.HEALTH and (
            self.legal_basis.article_9 is None or not self.legal_basis.national
        ):
            raise DomainError(
                "LEGAL_BASIS_INCOMPLETE",
                f"data flow `{self.id}` carries health data without article 9 or a national provision",
                facts={"flow": self.id},
                hint="give `legal_basis.article_9` and `legal_basis.national`",
            )
        return self


class PathwayData(Model):
    """What is processed, under whose responsibility, and where."""

    data_class: DataClass
    controller_model: ControllerModel
    storage_countries: tuple[CountryCode, ...]
    operator_access_countries: tuple[CountryCode, ...]
    dpia: Literal["needed", "not_needed", "undecided"]
    medical_device_role: Literal["none", "accessory", "mdsw"]
