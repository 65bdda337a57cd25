"""The colours of all that is drawn and written, apart from those of bands and directions, which are theirs in the domein."""

TEXT = "#1a1a1a"
# Of what is beside the point.
QUIET = "#5c5c5c"
GROUND = "#f5f3ee"
PRIMARY = "#154273"
