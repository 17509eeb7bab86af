"""What Firebase's web configuration means for the parameters of template.yaml."""

import json


def firebase_parameters(config: str) -> dict[str, str]:
    """Return parameters that follow from FIREBASE_WEB_CONFIG, itself included.

    Raises:
        ValueError: no JSON
    """
    found = json.loads(config)
    return {
        "FirebaseWebConfig": config,
        "FirebaseAuthDomain": found.get("authDomain", ""),
        "AnalyticsEnabled": "true" if found.get("measurementId") else "false",
    }
