"""What operators type, one module a concern; the parts that need the database are loaded only when used."""
