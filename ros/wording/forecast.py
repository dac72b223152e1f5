"""What a forecast says: key, bokmål, nynorsk, English."""

from ros.wording.words import Row

FORECAST: tuple[Row, ...] = ()
