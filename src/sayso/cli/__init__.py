"""The command line: one file a command, each with `add(commands)` and `run(arguments)`; heavy imports are in `run`."""
