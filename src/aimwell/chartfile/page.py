"""One page that stands alone: charts, words and tables, without a script and without a server."""

from __future__ import annotations

from collections.abc import Sequence

from aimwell.chartfile.charts import Chart
from aimwell.chartfile.words import TABLE
from aimwell.domain.render.chart_small import common_range, small_chart_svg
from aimwell.domain.render.special_words import PlainTable
from aimwell.domain.render.svg import escape

STYLE = """\
body{font:17px/1.5 "Source Sans 3","Source Sans Pro",system-ui,sans-serif;color:#1b2230;background:#faf7f0;margin:0}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.3rem;margin:2.5rem 0 .25rem}
svg{max-width:100%;height:auto;overflow:visible}figure{margin:1rem 0}
.lead{font-weight:600}.quiet{color:#4b5262}
.many{display:grid;grid-template-columns:repeat(auto-fill,minmax(14.5rem,1fr));gap:1rem;padding:0;list-style:none}
.many li{background:#fffdf8;border:1px solid #e8e2d5;border-radius:6px;padding:.75rem}.many p{margin:.25rem 0 0}
.many a,.many svg{display:block}
.wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;background:#fffdf8}
th,td{text-align:left;padding:.3rem .8rem;border-bottom:1px solid #e8e2d5;vertical-align:top}
summary{min-height:44px;display:flex;align-items:center;cursor:pointer}a{color:#1d4f91}
@media print{body{background:#fff}main{max-width:none;padding:0}section{break-inside:avoid}}
"""


def page(charts: Sequence[Chart], lang: str) -> str:
    title = escape(charts[0].title)
    overview = _many(charts, lang) if len(charts) > 1 else ""
    alone = len(charts) == 1
    sections = "".join(_section(chart, k, lang, alone=alone) for k, chart in enumerate(charts, start=1))
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{title}</h1>{overview}{sections}</main></body></html>\n"
    )


def _many(charts: Sequence[Chart], lang: str) -> str:
    """Small charts over time on one scale and one span of time; each leads to its group."""
    readings = [chart.reading for chart in charts if chart.reading is not None]
    days = [point.on for reading in readings for point in reading.points]
    if not days:
        return ""
    scale, span = common_range(readings), (min(days), max(days))
    items = ""
    for k, (chart, reading) in enumerate(zip(charts, readings, strict=True), start=1):
        picture = small_chart_svg(reading, lang=lang, y_range=scale, dates=span, title=chart.name, id_prefix=f"s{k}")
        items += f'<li><a href="#g{k}">{escape(chart.name)}</a>{picture}<p>{escape(chart.lead)}</p></li>'
    return f'<p class="quiet">{escape(TABLE.say("same_scale", lang))}</p><ul class="many">{items}</ul>'


def _section(chart: Chart, number: int, lang: str, *, alone: bool) -> str:
    heading = f"<h2>{escape(chart.name)}</h2>" if chart.name else ""
    said = "".join(f"<p>{escape(text)}</p>" for text in chart.sentences)
    return (
        f'<section id="g{number}">{heading}<p class="lead">{escape(chart.lead)}</p>'
        f"<figure>{chart.draw('desktop', f'c{number}')}</figure>{said}"
        f"<details{' open' if alone else ''}><summary>{escape(TABLE.say('table_of', lang))}</summary>"
        f'<div class="wide">{_table(chart.table)}</div></details></section>'
    )


def _table(table: PlainTable) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.headers)
    rows = "".join(f"<tr>{''.join(_cell(text, first=not k) for k, text in enumerate(row))}</tr>" for row in table.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(text: str, *, first: bool) -> str:
    return f'<th scope="row">{escape(text)}</th>' if first else f"<td>{escape(text)}</td>"
