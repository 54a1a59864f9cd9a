"""An office's own document → its rows → a plan draft with every doubt as a question; pure, bytes in, values out."""
