"""So many at the same time for each who asks, and no queue: the next one is told to come back."""

from collections import Counter
from collections.abc import Hashable, Iterator
from contextlib import contextmanager

from landkaart.web.serving.turns import TeVeel


class AtOnce:
    """Counts who is inside; used by the event loop alone."""

    def __init__(self, most: int):
        self.most = most
        self.inside: Counter[Hashable] = Counter()

    @contextmanager
    def entering(self, asker: Hashable) -> Iterator[None]:
        """Count one more of this asker until the end.

        Raises TeVeel when there are enough of him.
        """
        if self.inside[asker] >= self.most:
            raise TeVeel
        self.inside[asker] += 1
        try:
            yield
        finally:
            self.inside[asker] -= 1
            if not self.inside[asker]:
                del self.inside[asker]
