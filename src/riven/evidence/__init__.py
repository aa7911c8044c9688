"""From claims to findings: grouping, settlement, attribution, identity, independence, and the trace both ways."""
