"""People of an Auth emulator: they sign in as a browser does, and an administrator changes them."""

from dataclasses import dataclass
from typing import Any

import httpx

from tests.emulators.running import PROJECT

_TOOLKIT = "identitytoolkit.googleapis.com/v1"
_KEY = {"key": "any"}
_OWNER = {"authorization": "Bearer owner"}


@dataclass(frozen=True)
class SignedIn:
    """What Firebase hands to a browser."""

    uid: str
    id_token: str
    refresh_token: str


@dataclass(frozen=True)
class FirebasePeople:
    """The users of the emulator's project."""

    host: str

    def sign_in_by_mail(self, email: str) -> SignedIn:
        """Asks for a link, reads the mail and follows it."""
        asked = {"requestType": "EMAIL_SIGNIN", "email": email, "continueUrl": "http://localhost/"}
        self._post(f"{_TOOLKIT}/accounts:sendOobCode", asked)
        mails = self._get(f"emulator/v1/projects/{PROJECT}/oobCodes")["oobCodes"]
        code = [mail["oobCode"] for mail in mails if mail["email"] == email][-1]
        found = {"email": email, "oobCode": code}
        return _signed_in(self._post(f"{_TOOLKIT}/accounts:signInWithEmailLink", found))

    def sign_up(self, **account: str) -> SignedIn:
        """Opens an account: anonymous, or with an address that nobody has verified."""
        return _signed_in(self._post(f"{_TOOLKIT}/accounts:signUp", account))

    def renew(self, person: SignedIn) -> str:
        """Returns a new ID token, as the SDK gets one each hour."""
        asked = {"grant_type": "refresh_token", "refresh_token": person.refresh_token}
        answer = self._post("securetoken.googleapis.com/v1/token", asked)
        return str(answer["id_token"])

    def change(self, person: SignedIn, **changes: object) -> None:
        """Changes the account as its administrator."""
        self._post(
            f"{_TOOLKIT}/projects/{PROJECT}/accounts:update", {"localId": person.uid, **changes}
        )

    def delete(self, person: SignedIn) -> None:
        """Deletes the account as its administrator."""
        self._post(f"{_TOOLKIT}/projects/{PROJECT}/accounts:delete", {"localId": person.uid})

    def _get(self, path: str) -> Any:  # noqa: ANN401
        return self._json(httpx.get(f"http://{self.host}/{path}", headers=_OWNER, timeout=30))

    def _post(self, path: str, body: object) -> Any:  # noqa: ANN401
        headers = _OWNER if "/projects/" in path else {}
        url = f"http://{self.host}/{path}"
        return self._json(httpx.post(url, params=_KEY, json=body, headers=headers, timeout=30))

    def _json(self, answer: httpx.Response) -> Any:  # noqa: ANN401
        assert answer.status_code == 200, answer.text
        return answer.json()


def _signed_in(answer: dict[str, Any]) -> SignedIn:
    return SignedIn(answer["localId"], answer["idToken"], answer["refreshToken"])
