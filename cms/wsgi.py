"""The door for servers that speak WSGI (gunicorn, uWSGI)."""

import os

from django.core.wsgi import get_wsgi_application

from cms.start import refuse_unsafe_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
refuse_unsafe_start()
application = get_wsgi_application()
