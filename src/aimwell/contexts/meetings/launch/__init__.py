"""How a team begins: launch kit, norms, primer, what has to be in place."""
