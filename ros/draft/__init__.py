"""A first draft of a risk assessment, from a plan and a pathway's manifest: what applies and why, nothing judged."""

from ros.draft.applying import Applied, applying
from ros.draft.drafting import Draft, DraftFile, draft
from ros.draft.facts import Facts
from ros.draft.folder import write_folder

__all__ = ["Applied", "Draft", "DraftFile", "Facts", "applying", "draft", "write_folder"]
