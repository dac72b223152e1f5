"""What the members of each enumeration, and the keys of the domain's data, are called."""

from enum import StrEnum
from typing import Any

from prosess.domain.access import AccessOption, DataClass, Overlay, PurposeOfUse, Stage
from prosess.domain.agreement import AgreementKind
from prosess.domain.data_flow import ControllerModel, IntegrationKind, LookupTrigger
from prosess.domain.dependency import Criticality, Light, StatusReason
from prosess.domain.follow_up import AlertKind, TaskOwnerKind, Zone
from prosess.domain.gate import GateId
from prosess.domain.initiative import DelayCause, OverallRisk
from prosess.domain.organisation import OrganisationKind
from prosess.domain.pathway import ClinicalArea, FollowUpForm, TestData
from prosess.domain.role import Role
from prosess.domain.text.language import Language
from prosess.domain.text.standing import STANDING_NAMES
from prosess.domain.text.wording import Wording

NAMES: dict[type[StrEnum], dict[Any, Wording]] = {
    GateId: {
        GateId.G0: Wording("Identitet", "Identitet", "Identity"),
        GateId.G1: Wording("Data og lov", "Data og lov", "Data and law"),
        GateId.G2: Wording("Tilgangskontroll", "Tilgangskontroll", "Access design"),
        GateId.G3: Wording("ROS-analyse", "ROS-analyse", "Risk assessment"),
        GateId.G4: Wording("Avhengigheter og avtaler", "Avhengnader og avtalar", "Dependencies and agreements"),
        GateId.G5: Wording("Aksept", "Aksept", "Acceptance"),
        GateId.G6: Wording("Produksjonssetting", "Produksjonssetjing", "Release"),
        GateId.G7: Wording("Løpende oppfølging", "Løpande oppfølging", "Continuous follow-up"),
    },
    Role: {
        Role.PLATFORM_ENGINEER: Wording("plattformingeniør", "plattformingeniør", "platform engineer"),
        Role.PLATFORM_OWNER: Wording("plattformeier", "plattformeigar", "platform owner"),
        Role.PRODUCT_TEAM_MEMBER: Wording("medlem av produktteamet", "medlem av produktteamet", "product team member"),
        Role.PRODUCT_OWNER: Wording("produkteier", "produkteigar", "product owner"),
        Role.DATA_CONTROLLER_REP: Wording(
            "representant for dataansvarlig", "representant for dataansvarleg", "data controller's representative"
        ),
        Role.RISK_OWNER: Wording("risikoeier", "risikoeigar", "risk owner"),
        Role.SECURITY_REVIEWER: Wording("sikkerhetskontrollør", "tryggleikskontrollør", "security reviewer"),
        Role.PRIVACY_OFFICER: Wording("personvernombud", "personvernombod", "data protection officer"),
        Role.CLINICAL_SAFETY_LEAD: Wording(
            "ansvarlig for klinisk sikkerhet", "ansvarleg for klinisk tryggleik", "clinical safety lead"
        ),
        Role.ACCESS_AUDITOR: Wording("tilgangsrevisor", "tilgangsrevisor", "access auditor"),
        Role.DEPENDENCY_ACTOR: Wording(
            "aktør som andre er avhengige av", "aktør som andre er avhengige av", "actor that others depend on"
        ),
        Role.SERVICE_PRINCIPAL: Wording("tjenestekonto", "tenestekonto", "service principal"),
    },
    AccessOption: {
        AccessOption.ENTRA_GROUPS: Wording("grupper i Entra ID", "grupper i Entra ID", "groups in Entra ID"),
        AccessOption.REGIONAL_IAM: Wording(
            "rollemaler fra regional tilgangsstyring",
            "rollemalar frå regional tilgangsstyring",
            "role templates of the regional access management",
        ),
        AccessOption.HELSEID_ATTESTED: Wording("HelseID med attest", "HelseID med attest", "HelseID with attestation"),
        AccessOption.EPJ_DELEGATED: Wording(
            "journalsystemets avgjørelse", "avgjerda til journalsystemet", "the record system's decision"
        ),
        AccessOption.TASK_RELATION: Wording("relasjon til oppgave", "relasjon til oppgåve", "relation to a task"),
        AccessOption.CITIZEN_IDPORTEN: Wording(
            "innbygger med ID-porten", "innbyggjar med ID-porten", "citizen with ID-porten"
        ),
    },
    Overlay: {
        Overlay.BREAK_THE_GLASS: Wording("nødtilgang", "nødtilgang", "break-the-glass"),
        Overlay.BLOCKS: Wording("sperring", "sperring", "block"),
    },
    Stage: {
        Stage.SANDBOX: Wording("sandkasse", "sandkasse", "sandbox"),
        Stage.DEV: Wording("utvikling", "utvikling", "development"),
        Stage.TEST: Wording("test", "test", "test"),
        Stage.QA: Wording("kvalitetssikring", "kvalitetssikring", "quality assurance"),
        Stage.PROD: Wording("produksjon", "produksjon", "production"),
    },
    DataClass: {
        DataClass.NONE: Wording("ingen opplysninger", "ingen opplysningar", "no data"),
        DataClass.INTERNAL: Wording("interne opplysninger", "interne opplysningar", "internal data"),
        DataClass.PERSONAL: Wording("personopplysninger", "personopplysningar", "personal data"),
        DataClass.HEALTH: Wording("helseopplysninger", "helseopplysningar", "health data"),
    },
    PurposeOfUse: {
        PurposeOfUse.TREAT: Wording("behandling", "behandling", "treatment"),
        PurposeOfUse.ETREAT: Wording("akutt behandling", "akutt behandling", "emergency treatment"),
        PurposeOfUse.COC: Wording("samordning av helsehjelp", "samordning av helsehjelp", "coordination of care"),
        PurposeOfUse.BTG: Wording("nødtilgang", "nødtilgang", "break-the-glass"),
    },
    StatusReason: {
        StatusReason.DELIVERED: Wording("levert", "levert", "delivered"),
        StatusReason.DEADLINE_PASSED: Wording("fristen er ute", "fristen er ute", "the deadline has passed"),
        StatusReason.CONFIRMED_BY_ALL: Wording(
            "alle aktørene har bekreftet sin del",
            "alle aktørane har stadfesta sin del",
            "every actor has confirmed its part",
        ),
        StatusReason.DEADLINE_WITHIN_A_WEEK: Wording(
            "ikke bekreftet av alle, og fristen er innen en arbeidsuke",
            "ikkje stadfesta av alle, og fristen er innan ei arbeidsveke",
            "not confirmed by all, and the deadline is within a working week",
        ),
        StatusReason.DEADLINE_NEAR: Wording(
            "ikke bekreftet av alle, og fristen nærmer seg",
            "ikkje stadfesta av alle, og fristen nærmar seg",
            "not confirmed by all, and the deadline is near",
        ),
        StatusReason.NOT_CONFIRMED: Wording(
            "ikke bekreftet av alle", "ikkje stadfesta av alle", "not confirmed by all"
        ),
    },
    Light: {
        Light.GREEN: Wording("grønn", "grøn", "green"),
        Light.YELLOW: Wording("gul", "gul", "yellow"),
        Light.RED: Wording("rød", "raud", "red"),
        Light.DONE: Wording("ferdig", "ferdig", "done"),
    },
    Criticality: {
        Criticality.LOW: Wording("lav", "låg", "low"),
        Criticality.MEDIUM: Wording("middels", "middels", "medium"),
        Criticality.HIGH: Wording("høy", "høg", "high"),
    },
    OverallRisk: {
        OverallRisk.LOW: Wording("lav", "låg", "low"),
        OverallRisk.MEDIUM: Wording("middels", "middels", "medium"),
        OverallRisk.HIGH: Wording("høy", "høg", "high"),
    },
    AgreementKind: {
        AgreementKind.PLATFORM_SERVICE: Wording(
            "tjenesteavtale for plattformen", "tenesteavtale for plattforma", "platform service agreement"
        ),
        AgreementKind.DATA_PROCESSING: Wording(
            "databehandleravtale", "databehandlaravtale", "data processing agreement"
        ),
        AgreementKind.JOINT_CONTROLLER: Wording(
            "avtale om felles dataansvar", "avtale om felles dataansvar", "joint controller agreement"
        ),
        AgreementKind.HELSENETT_TERMS: Wording(
            "vilkår for Helsenettet", "vilkår for Helsenettet", "terms of Helsenettet"
        ),
        AgreementKind.SERVICE_TERMS: Wording(
            "vilkår for en nasjonal tjeneste", "vilkår for ei nasjonal teneste", "terms of a national service"
        ),
        AgreementKind.ALTINN_DELEGATION: Wording("delegering i Altinn", "delegering i Altinn", "delegation in Altinn"),
        AgreementKind.SUPPLIER_CONTRACT: Wording("leverandøravtale", "leverandøravtale", "supplier agreement"),
    },
    OrganisationKind: {
        OrganisationKind.REGIONAL_HEALTH_AUTHORITY: Wording(
            "regionalt helseforetak", "regionalt helseføretak", "regional health authority"
        ),
        OrganisationKind.HEALTH_TRUST: Wording("helseforetak", "helseføretak", "health trust"),
        OrganisationKind.PRIVATE_HOSPITAL: Wording("privat sykehus", "privat sjukehus", "private hospital"),
        OrganisationKind.ICT_PROVIDER: Wording(
            "IKT-leverandør i regionen", "IKT-leverandør i regionen", "ICT provider"
        ),
        OrganisationKind.PHARMACY_TRUST: Wording("apotekforetak", "apotekføretak", "pharmacy trust"),
        OrganisationKind.MUNICIPALITY: Wording("kommune", "kommune", "municipality"),
        OrganisationKind.GP_PRACTICE: Wording("fastlegekontor", "fastlegekontor", "general practice"),
        OrganisationKind.RESPONSE_CENTRE: Wording("responssenter", "responssenter", "response centre"),
        OrganisationKind.SUPPLIER: Wording("leverandør", "leverandør", "supplier"),
        OrganisationKind.NATIONAL_SERVICE: Wording("nasjonal tjeneste", "nasjonal teneste", "national service"),
    },
    DelayCause: {
        DelayCause.LATE_PLATFORM_ACCESS: Wording(
            "sen tilgang til plattformen", "sein tilgang til plattforma", "late access to the platform"
        ),
        DelayCause.RESOURCES: Wording("tilgjengelige ressurser", "tilgjengelege ressursar", "availability of people"),
        DelayCause.SOLUTION_DESIGN: Wording("løsningsdesign", "løysingsdesign", "solution design"),
        DelayCause.RISK_METHOD_CHANGED: Wording(
            "ny prosess for ROS-analyser", "ny prosess for ROS-analysar", "new process for risk assessments"
        ),
        DelayCause.DEPENDENCY_NOT_AGREED: Wording(
            "avhengighet uten gjensidig plan", "avhengnad utan gjensidig plan", "dependency without a mutual plan"
        ),
    },
    TestData: {
        TestData.SYNTHETIC_ALONE: Wording(
            "bare syntetiske data, uten partnere", "berre syntetiske data, utan partnarar", "synthetic data alone"
        ),
        TestData.SYNTHETIC_WITH_PARTNERS: Wording(
            "syntetiske data, med partnere", "syntetiske data, med partnarar", "synthetic data, with partners"
        ),
        TestData.REAL: Wording("reelle data", "reelle data", "real data"),
    },
    ClinicalArea: {
        ClinicalArea.COPD: Wording("KOLS", "KOLS", "COPD"),
        ClinicalArea.HEART_FAILURE: Wording("hjertesvikt", "hjartesvikt", "heart failure"),
        ClinicalArea.DIABETES: Wording("diabetes", "diabetes", "diabetes"),
        ClinicalArea.CANCER: Wording("kreft", "kreft", "cancer"),
        ClinicalArea.MENTAL_HEALTH: Wording("psykisk helse", "psykisk helse", "mental health"),
        ClinicalArea.NUTRITION: Wording("ernæring", "ernæring", "nutrition"),
        ClinicalArea.MULTIMORBIDITY: Wording("flere sykdommer", "fleire sjukdommar", "multimorbidity"),
        ClinicalArea.OTHER: Wording("annet", "anna", "other"),
    },
    FollowUpForm: {
        FollowUpForm.DIALOG: Wording("digital dialog", "digital dialog", "digital dialogue"),
        FollowUpForm.PATIENT_DATA: Wording(
            "oppfølging på data fra pasienten", "oppfølging på data frå pasienten", "follow-up on data from the patient"
        ),
        FollowUpForm.ONLINE_PROGRAMME: Wording(
            "nettbasert behandlingsprogram", "nettbasert behandlingsprogram", "online programme"
        ),
        FollowUpForm.PATIENT_EDUCATION: Wording("pasientopplæring", "pasientopplæring", "patient education"),
    },
    Zone: {
        Zone.GREEN: Wording("grønn sone", "grøn sone", "green zone"),
        Zone.YELLOW: Wording("gul sone", "gul sone", "yellow zone"),
        Zone.RED: Wording("rød sone", "raud sone", "red zone"),
    },
    AlertKind: {
        AlertKind.OUT_OF_RANGE: Wording("måling utenfor grense", "måling utanfor grense", "measurement out of range"),
        AlertKind.SCORE_THRESHOLD: Wording("skår over grense", "skår over grense", "score beyond threshold"),
        AlertKind.TASK_OVERDUE: Wording("oppgave over frist", "oppgåve over frist", "task overdue"),
        AlertKind.PATIENT_INACTIVE: Wording("inaktiv pasient", "inaktiv pasient", "inactive patient"),
        AlertKind.DEVICE_ERROR: Wording("feil på utstyr", "feil på utstyr", "device error"),
    },
    TaskOwnerKind: {
        TaskOwnerKind.HOSPITAL_UNIT: Wording("enhet på sykehus", "eining på sjukehus", "hospital unit"),
        TaskOwnerKind.MUNICIPAL_UNIT: Wording("enhet i kommune", "eining i kommune", "municipal unit"),
        TaskOwnerKind.GP: Wording("fastlege", "fastlege", "general practitioner"),
        TaskOwnerKind.PATIENT: Wording("pasient", "pasient", "patient"),
        TaskOwnerKind.RESPONSE_CENTRE: Wording("responssenter", "responssenter", "response centre"),
    },
    IntegrationKind: {
        IntegrationKind.EPJ: Wording(
            "elektronisk pasientjournal", "elektronisk pasientjournal", "patient record system"
        ),
        IntegrationKind.VKP: Wording(
            "velferdsteknologisk knutepunkt", "velferdsteknologisk knutepunkt", "welfare technology hub"
        ),
        IntegrationKind.PMD: Wording("pasientens måledata", "måledata for pasienten", "the patient's measurements"),
        IntegrationKind.PATIENTS_PLANS: Wording("pasientens planer", "planane til pasienten", "the patient's plans"),
        IntegrationKind.SUMMARY_CARE_RECORD: Wording("kjernejournal", "kjernejournal", "summary care record"),
        IntegrationKind.HELSENORGE: Wording("Helsenorge", "Helsenorge", "Helsenorge"),
        IntegrationKind.FHIR_API: Wording("FHIR-grensesnitt", "FHIR-grensesnitt", "FHIR interface"),
        IntegrationKind.HL7V2: Wording("HL7 v2", "HL7 v2", "HL7 v2"),
        IntegrationKind.MESSAGE: Wording("melding", "melding", "message"),
        IntegrationKind.EVENT: Wording("hendelse", "hending", "event"),
    },
    LookupTrigger: {
        LookupTrigger.CLINICIAN: Wording("helsepersonell", "helsepersonell", "clinician"),
        LookupTrigger.PATIENT: Wording("pasient", "pasient", "patient"),
        LookupTrigger.AUTOMATIC: Wording("automatisk", "automatisk", "automatic"),
    },
    ControllerModel: {
        ControllerModel.OWN: Wording(
            "eget register (pasientjournalloven § 8)",
            "eige register (pasientjournallova § 8)",
            "own register (Patient Records Act § 8)",
        ),
        ControllerModel.JOINT: Wording(
            "felles register (pasientjournalloven § 9)",
            "felles register (pasientjournallova § 9)",
            "joint register (Patient Records Act § 9)",
        ),
        ControllerModel.SHARED_VIA_PROCESSOR: Wording(
            "delt gjennom databehandler, logisk atskilt",
            "delt gjennom databehandlar, logisk åtskilt",
            "shared through a processor, logically apart",
        ),
    },
    **STANDING_NAMES,
}
"""Enumeration → member → name. Those that only files and machines read (articles, Azure regions) have none."""


def name_of(member: StrEnum, language: Language) -> str:
    """Give the name of a member of an enumeration.

    Raises:
        KeyError: where its enumeration has no names.
    """
    return NAMES[type(member)][member].in_language(language)
