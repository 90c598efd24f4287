"""The use cases: prepare, write, verify, publish. The only room that writes files, starts processes and asks for the day."""
