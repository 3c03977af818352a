"""schema.py SCHEMA FILE... - which YAML files are as a JSON schema says."""
import json
import sys

import jsonschema
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for path in sys.argv[2:]:
    try:
        with open(path, encoding="utf-8-sig") as file:
            tree = yaml.safe_load(file)
    except (yaml.YAMLError, UnicodeDecodeError):
        print(path, "unreadable")
        continue
    errors = list(validator.iter_errors(tree))
    print(path, "invalid" if errors else "valid")
    for error in errors[:3]:
        print("  ", "/".join(map(str, error.absolute_path)), error.message[:150])
