"""`python -m landkaart`: the command line."""

from landkaart.cli.main import main

if __name__ == "__main__":
    main()
