"""Those who live with the problem: interviews with consent, and answers grouped by two people apart."""
