"""Whatever is asked that the document allows, or does not: no 5xx, and no answer that the document does not know."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from landkaart.web.api_v1.bronnen import bronnen
from tests.steps.programs import token_of
from tests.steps.visitors import browser

QUICK = settings(
    max_examples=10,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]


@pytest.fixture
def schema(landkaart_2009):
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", browser().app, headers={"Host": "localhost"})


@pytest.mark.parametrize("pad", [each.pad for each in bronnen()])
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_answer_is_one_that_the_document_knows(schema, pad, mode):
    token, asked = token_of("ako"), []

    @QUICK
    def ask(case) -> None:
        headers = {"Authorization": f"Bearer {token}", "Host": "localhost"}
        response = case.call(headers=headers)
        asked.append(response.status_code)
        case.validate_response(response, checks=CHECKS, headers=headers)

    given(case=schema[pad]["GET"].as_strategy(generation_mode=mode))(ask)()

    assert asked
