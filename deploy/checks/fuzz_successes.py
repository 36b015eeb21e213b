"""Whether each operation has succeeded for each role that may do it, by a service's own table.

fuzz_successes.py AUTHORIZATION SUCCESSES: of the second, each line is a role, a count and an operation.
"""

import sys

ROLES = {
    "anonymous": "none",
    "contributor": "contributor",
    "other contributor": "other-contributor",
    "steward": "steward",
    "treasurer": "treasurer",
    "partner": "partner",
    "operator": "operator",
}


def permitted(table):
    """Pairs of role and operation; a table begins with a line of roles, then one of people."""
    rows = [[cell.strip() for cell in line.split("|")] for line in table if "|" in line]
    roles, _, *operations = rows
    for operation, *statuses in operations:
        for role, status in zip(roles[1:], statuses):
            if role in ROLES and status.startswith("2"):
                yield ROLES[role], " ".join(operation.split())


def main(authorization, successes):
    with open(authorization, encoding="utf-8") as table:
        wanted = list(permitted(table))
    seen = {}
    with open(successes, encoding="utf-8") as lines:
        for line in lines:
            role, count, operation = line.rstrip("\n").split(" ", 2)
            seen[role, operation] = int(count)
    missing = [pair for pair in wanted if pair not in seen]
    for role, operation in wanted:
        print(f"{seen.get((role, operation), 0):6} successes as {role}: {operation}")
    for role, operation in missing:
        print(f"NEVER SUCCEEDED as {role}: {operation}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
