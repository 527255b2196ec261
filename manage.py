#!/usr/bin/env python
from aimwell.config.cli import main

if __name__ == "__main__":
    main()
