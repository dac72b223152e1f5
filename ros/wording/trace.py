"""What a trace says: key, bokmål, nynorsk, English."""

from ros.wording.words import Row

TRACE: tuple[Row, ...] = ()
