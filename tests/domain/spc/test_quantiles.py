"""Quantiles against sums in whole numbers and against printed tables."""

from __future__ import annotations

from fractions import Fraction
from math import comb, exp, log, log1p

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.quantiles import binomial_limit, chi_square_quantile, gamma_quantile


def poisson_up_to(k: int, mean: float) -> float:
    """Chance of at most `k` events, summed from the smallest term up in exact fractions of the float `mean`."""
    m, term, total = Fraction(mean), Fraction(1), Fraction(1)
    for one in range(1, k + 1):
        term = term * m / one
        total += term
    return float(total) * exp(-mean)


@pytest.mark.parametrize("p", [0.001, 0.025, 0.5, 0.975, 0.999])
def test_two_degrees_are_an_exponential(p):
    assert chi_square_quantile(p, 2.0) == pytest.approx(-2 * log1p(-p), rel=1e-12)


@pytest.mark.parametrize("p", [0.001, 0.025, 0.5, 0.975, 0.999])
@pytest.mark.parametrize("events", [1, 2, 7, 19, 20, 40])
def test_even_degrees_are_sums_of_poisson_chances(p, events):
    half = float(gamma_quantile(p, float(events)))
    assert 1 - poisson_up_to(events - 1, half) == pytest.approx(p, rel=1e-9, abs=1e-14)


def test_printed_values():
    """Of the table in every textbook."""
    found = chi_square_quantile(0.95, np.array([1.0, 5.0, 10.0, 30.0, 100.0]))
    assert found.round(3).tolist() == [3.841, 11.070, 18.307, 43.773, 124.342]


def test_many_degrees_keep_their_figures():
    """Beside the normal distribution with the terms of Cornish and Fisher (1938), good to 1e-10 here."""
    z, df = 1.959963984540054, 6e5
    terms = (
        df,
        z * (2 * df) ** 0.5,
        2 / 3 * (z**2 - 1),
        (z**3 - 7 * z) / (9 * (2 * df) ** 0.5),
        -(6 * z**4 + 14 * z**2 - 32) / (405 * df),
    )
    assert float(chi_square_quantile(0.975, df)) == pytest.approx(sum(terms), rel=1e-11)


def test_shapes_and_tiny_degrees():
    assert chi_square_quantile(0.5, np.ones((2, 3))).shape == (2, 3)
    half = float(gamma_quantile(0.025, 0.05))
    assert log(half) == pytest.approx((log(0.025) + log(0.97350427)) / 0.05, rel=1e-6)


@given(st.floats(0.05, 5000), st.floats(0.001, 0.999))
def test_quantiles_rise_with_chance_and_shape(shape, p):
    low, high = gamma_quantile(p, np.array([shape, shape * 1.01]))
    assert 0 <= low <= high
    assert float(gamma_quantile(min(0.9995, p + 0.0005), shape)) >= low


def exact_limit(p: Fraction, n: int, chance: Fraction) -> Fraction:
    total, k = Fraction(0), 0
    while True:
        term = comb(n, k) * chance**k * (1 - chance) ** (n - k)
        total += term
        if total >= p:
            return max(Fraction(0), (k - (total - p) / term) / n)
        k += 1


@pytest.mark.parametrize("n", [1, 2, 5, 30, 120])
@pytest.mark.parametrize("p", [Fraction(1, 1000), Fraction(1, 40), Fraction(39, 40), Fraction(999, 1000)])
@pytest.mark.parametrize("chance", [Fraction(1, 50), Fraction(1, 4), Fraction(1, 2), Fraction(9, 10)])
def test_binomial_limits_are_exact(n, p, chance):
    found = binomial_limit(float(p), n, float(chance))
    assert found == pytest.approx(float(min(Fraction(1), exact_limit(p, n, chance))), rel=1e-11, abs=1e-13)


def test_binomial_limits_at_the_edges():
    assert np.isnan(binomial_limit(0.5, 0, 0.5))
    assert (binomial_limit(0.025, 10, 0.0), binomial_limit(0.025, 10, 1.0)) == (0.0, 1.0)
    assert binomial_limit(0.975, 10**6, 0.2) == pytest.approx(0.2 + 1.96 * (0.16 / 10**6) ** 0.5, abs=1e-6)


@pytest.mark.parametrize(("p", "shape"), [(0.0, 1.0), (1.0, 1.0), (0.5, 0.0), (0.5, -1.0)])
def test_what_has_no_quantile_is_refused(p, shape):
    with pytest.raises(ValueError, match="a chance between 0 and 1"):
        gamma_quantile(p, shape)
