"""From many ideas to the one to try: options, effect and effort, consent, commitment, actions."""
