"""Every route of ours, in front of Streamlit's. No two fit the same request, so their order says nothing."""

from landkaart.web.api.routes import ROUTES as API
from landkaart.web.api_v1.routes import ROUTES as API_V1
from landkaart.web.downloads.routes import ROUTES as DOWNLOADS
from landkaart.web.paper.routes import ROUTES as PAPER
from landkaart.web.screen.routes import ROUTES as SCREEN
from landkaart.web.serving import default_page, health, map_outlines, security_txt
from landkaart.web.sign_in import change_address, forgotten, links, my_account, my_second_factor, my_tokens, password
from landkaart.web.sign_in.oidc import routes as oidc_routes
from landkaart.web.sign_in.oidc import second_step

OIDC = [*oidc_routes.ROUTES, *second_step.ROUTES]
MINE = [*my_account.ROUTES, *change_address.ROUTES, *my_second_factor.ROUTES, *my_tokens.ROUTES]
SIGN_IN = [*password.ROUTES, *links.ROUTES, *forgotten.ROUTES, *OIDC, *MINE]
SERVING = [*default_page.ROUTES, *health.ROUTES, *map_outlines.ROUTES, *security_txt.ROUTES]
ROUTES = [*SIGN_IN, *DOWNLOADS, *API, *API_V1, *PAPER, *SCREEN, *SERVING]
