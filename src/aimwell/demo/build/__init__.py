"""Making a world: each function takes plain values from demo.worlds and calls the product's own services."""
