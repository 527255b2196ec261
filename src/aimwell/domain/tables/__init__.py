"""Tables that people bring: what stands between the cells, what each column holds, and which rows can be used."""
