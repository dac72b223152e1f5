"""One reader and writer of YAML 1.2 (core schema) and JSON, with file, line and column in every error."""

from prosess.documents.document import Document, load, load_text, read, read_document, read_text
from prosess.documents.problem import DocumentError, Lookup, Problem, spell_path
from prosess.documents.source import DEFAULT_LIMITS, Limits
from prosess.documents.writer import staging, to_json, to_yaml, write_all, write_whole

__all__ = [
    "DEFAULT_LIMITS",
    "Document",
    "DocumentError",
    "Limits",
    "Lookup",
    "Problem",
    "load",
    "load_text",
    "read",
    "read_document",
    "read_text",
    "spell_path",
    "staging",
    "to_json",
    "to_yaml",
    "write_all",
    "write_whole",
]
