"""The door for servers that speak ASGI (granian, uvicorn)."""

import os

from django.core.asgi import get_asgi_application

from cms.start import refuse_unsafe_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
refuse_unsafe_start()
application = get_asgi_application()
