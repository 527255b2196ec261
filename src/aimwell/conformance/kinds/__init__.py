"""One module for each kind of case.

`answer(case, rows)`: our result in the shape of the case's expected answer. `case` holds the input and the options,
never the name, and of the expected answer only the names in it (`wanted`); `rows` are the input's rows as texts, None
where empty. For files of several cases a module may have `cases(document)`, which makes one object with `expected` of
each; or `GIVEN`, the keys of a case that are the question, where the rest of it is the answer.
"""
