"""Messages of the council's indicators: each says in one plain sentence what target and variation come to."""
