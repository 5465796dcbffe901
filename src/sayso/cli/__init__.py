"""The command line: one file a command. Each offers `add(commands)` and `run(arguments)`; heavy imports happen in `run`."""
