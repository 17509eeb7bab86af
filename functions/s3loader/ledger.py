"""Where the deployment counts what users did, as its settings say."""

from zoneinfo import ZoneInfo

from s3loader.activity.ports import Ledger
from s3loader.activity.statistics_file import StatisticsFile
from s3loader.aws.firebase_secret import FirebaseSecret
from s3loader.aws.service_clients import ServiceClients
from s3loader.firebase.app import FirebaseProject
from s3loader.firebase.database import Database
from s3loader.firebase.statistics import FirestoreStatistics
from s3loader.settings import StatisticsSettings


def firebase_project(settings: StatisticsSettings, own: ServiceClients) -> FirebaseProject | None:
    """Return the deployment's Firebase project; None where there is none."""
    if not settings.firebase_project_id:
        return None
    arn = settings.firebase_secret_arn
    secret = FirebaseSecret(own.secrets, arn).read if arn else None
    return FirebaseProject(settings.firebase_project_id, secret)


def open_ledger(settings: StatisticsSettings, project: FirebaseProject | None) -> Ledger | None:
    """Return the deployment's statistics; None where it keeps none."""
    zone = ZoneInfo(settings.statistics_time_zone)
    if settings.statistics == "firestore" and project:
        database = Database(project, settings.firestore_database)
        return Ledger(FirestoreStatistics(database), "firestore", zone)
    if settings.statistics == "file" and settings.statistics_file:
        return Ledger(StatisticsFile(settings.statistics_file), "file", zone)
    return None
