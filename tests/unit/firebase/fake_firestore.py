"""A Firestore of our own behind gRPC: it keeps preconditions, which the emulator does not."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import grpc  # type: ignore[import-untyped]
from google.cloud.firestore_v1 import types
from google.protobuf.timestamp_pb2 import Timestamp  # type: ignore[import-untyped]

Fields = dict[str, Any]
_SERVICE = "google.firestore.v1.Firestore"


class FakeFirestore:
    """Documents in memory; a commit is whole or nothing, and one at a time.

    Attributes:
        refuse: the status with which every call fails
        refuse_once_done: the same for the next commit, after it was done
        before_commit: called once, when the next commit arrives
        patience: how many seconds the caller gave each call
    """

    def __init__(self) -> None:
        self.documents: dict[str, Fields] = {}
        self.commits: list[types.CommitRequest] = []
        self.refuse: grpc.StatusCode | None = None
        self.refuse_once_done: grpc.StatusCode | None = None
        self.before_commit: Callable[[], object] | None = None
        self.patience: list[float] = []
        self._lock = threading.Lock()

    def named(self, part: str) -> list[str]:
        """The paths of documents that begin so."""
        paths = (name.partition("/documents/")[2] for name in self.documents)
        return sorted(path for path in paths if path.startswith(part))

    def commit(self, request: types.CommitRequest, call: grpc.ServicerContext) -> Any:  # noqa: ANN401
        self._answer_or_refuse(call)
        hook, self.before_commit = self.before_commit, None
        if hook:
            hook()
        with self._lock:
            if any(self._breaks_precondition(write) for write in request.writes):
                call.abort(grpc.StatusCode.ALREADY_EXISTS, "Document already exists")
            for write in request.writes:
                self._apply(write)
            self.commits.append(request)
        status, self.refuse_once_done = self.refuse_once_done, None
        if status:
            call.abort(status, "the answer was lost")
        results = [types.WriteResult() for _ in request.writes]
        return types.CommitResponse(write_results=results, commit_time=Timestamp(seconds=1))

    def batch_get(
        self, request: types.BatchGetDocumentsRequest, call: grpc.ServicerContext
    ) -> Iterator[types.BatchGetDocumentsResponse]:
        self._answer_or_refuse(call)
        for name in request.documents:
            if name in self.documents:
                yield types.BatchGetDocumentsResponse(
                    found=types.Document(name=name, fields={}), read_time=Timestamp(seconds=1)
                )
            else:
                yield types.BatchGetDocumentsResponse(missing=name, read_time=Timestamp(seconds=1))

    def run_query(
        self, request: types.RunQueryRequest, call: grpc.ServicerContext
    ) -> Iterator[types.RunQueryResponse]:
        self._answer_or_refuse(call)
        query = request.structured_query
        folder = f"{request.parent}/{query.from_[0].collection_id}/"
        filters = [one.field_filter for one in query.where.composite_filter.filters]
        for name, fields in self.documents.items():
            if name.startswith(folder) and all(_holds(one, fields) for one in filters):
                values = {key: _value(value) for key, value in fields.items()}
                yield types.RunQueryResponse(
                    document=types.Document(name=name, fields=values),
                    read_time=Timestamp(seconds=1),
                )

    def _answer_or_refuse(self, call: grpc.ServicerContext) -> None:
        self.patience.append(call.time_remaining())
        if self.refuse:
            call.abort(self.refuse, "refused")

    def _breaks_precondition(self, write: types.Write) -> bool:
        must_be_new = "exists" in write.current_document and not write.current_document.exists
        return must_be_new and write.update.name in self.documents

    def _apply(self, write: types.Write) -> None:
        fields = self.documents.setdefault(write.update.name, {})
        fields.update({key: _plain(value) for key, value in write.update.fields.items()})
        for change in write.update_transforms:
            path = change.field_path
            fields[path] = fields.get(path, 0) + change.increment.integer_value


def _plain(value: types.Value) -> Any:  # noqa: ANN401
    return getattr(value, types.Value.pb(value).WhichOneof("value_type"))


def _value(plain: object) -> types.Value:
    if isinstance(plain, int):
        return types.Value(integer_value=plain)
    return types.Value(string_value=str(plain))


def _holds(one: types.StructuredQuery.FieldFilter, fields: Fields) -> bool:
    found, limit = fields[one.field.field_path], one.value.string_value
    at_least = types.StructuredQuery.FieldFilter.Operator.GREATER_THAN_OR_EQUAL
    return bool(found >= limit if one.op == at_least else found <= limit)


@contextmanager
def serving(fake: FakeFirestore) -> Iterator[str]:
    """Serves it and yields host and port, for FIRESTORE_EMULATOR_HOST."""
    kinds: dict[str, tuple[Any, Any, Any]] = {
        "Commit": (grpc.unary_unary_rpc_method_handler, fake.commit, types.CommitRequest),
        "BatchGetDocuments": (
            grpc.unary_stream_rpc_method_handler,
            fake.batch_get,
            types.BatchGetDocumentsRequest,
        ),
        "RunQuery": (grpc.unary_stream_rpc_method_handler, fake.run_query, types.RunQueryRequest),
    }
    handlers = {
        name: kind(behaviour, request.deserialize, lambda answer: type(answer).serialize(answer))
        for name, (kind, behaviour, request) in kinds.items()
    }
    server = grpc.server(ThreadPoolExecutor(8))
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler(_SERVICE, handlers)])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield f"127.0.0.1:{port}"
    server.stop(grace=None).wait()
