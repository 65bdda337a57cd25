"""How Hypothesis looks for what breaks a rule, and how long it goes on looking once it has found something."""

from hypothesis import Phase, settings
from hypothesis.internal.conjecture import engine

# Shrinking the first example that fails; Hypothesis itself goes on for five minutes and has no setting for it.
SECONDS = 10


def bound() -> None:
    """Say a broken rule soon: one fault at a time, shrunk for some seconds, without asking what else would fail."""
    if not hasattr(engine, "MAX_SHRINKING_SECONDS"):
        raise RuntimeError("Hypothesis bounds its shrinking under another name now: look in its conjecture.engine")
    engine.MAX_SHRINKING_SECONDS = SECONDS
    phases = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
    settings.register_profile("landkaart", deadline=None, report_multiple_bugs=False, phases=phases)
    settings.load_profile("landkaart")
    # For `make mutants`, which only asks whether a rule is broken: no smaller example, and the same ones in every run.
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", settings(), phases=phases, derandomize=True, database=None)
