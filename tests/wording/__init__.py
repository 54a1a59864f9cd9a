"""What the tests of the texts share: where the code asks for which text, and a cast of items."""
