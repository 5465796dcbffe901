"""Language engines behind one port, and questions one asks of a parse."""
