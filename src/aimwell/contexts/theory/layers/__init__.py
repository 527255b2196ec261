"""A first sketch of causes handed to those who know the matter: what they add is told apart, and both stay."""
