"""What the tests of causes share: an address, the words of a page, and a refusal by its code."""

import pytest
from django.urls import reverse

from aimwell.domain.errors import Refused


def url(name, *args):
    return reverse(f"theory:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def refused(code, act):
    with pytest.raises(Refused) as refusal:
        act()
    assert refusal.value.code == code
