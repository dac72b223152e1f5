"""The command line: ``prosess <noun> <verb>``. It holds no rules; heavy imports are made inside the commands."""
