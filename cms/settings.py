"""Settings, all from the environment. docs/settings.md says what each does; cms/start.py what makes a start unsafe."""

import os
from pathlib import Path

import environ
from csp.constants import NONE, SELF

from cms import ckeditor

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
# The environment wins over the file, which only a development checkout has. ENV_FILE= (empty) reads none.
if env_file := env.str("ENV_FILE", default=str(BASE_DIR / ".env")):
    env.read_env(env_file)

DEBUG = env.bool("DEBUG", default=False)
# Not through env: it takes a value that begins with "$" for the name of another variable, and a random key may.
SECRET_KEY = os.environ.get("SECRET_KEY", "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"] if DEBUG else [])

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "ckeditor",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "references",
    "articles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "cms.headers.permissions_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.context.theme",
                "cms.context.identity",
                "cms.context.abilities",
            ]
        },
    }
]

VAR = BASE_DIR / "var"
DATABASES = {"default": env.db_url_config(env.str("DATABASE_URL", default="") or f"sqlite:///{VAR / 'stet.sqlite3'}")}
# A connection that is kept saves each request a third of its work. Off in development: runserver's threads come and go.
DATABASES["default"].setdefault("CONN_MAX_AGE", 0 if DEBUG else 60)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets readers go on while one writes; FULL keeps what was committed through a power cut; IMMEDIATE takes the
    # write lock at the start of a transaction, so that two writers wait for each other instead of failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;",
    }

# Counts log-ins for the limits: in the process's own memory unless CACHE_URL names a cache that all processes share.
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
# Whom the limits count: the address that the connection comes from, unless this many proxies of ours stand before it.
NINJA_NUM_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXIES", default=0)

# Mail and other work that a request causes is written down in the same transaction; manage.py db_worker does it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# On the console unless EMAIL_URL names a server: smtp+tls://user:password@host:587
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="stet@localhost")

MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(VAR / "media"))
MEDIA_URL = "/media/"

# A text of 2 MB, the most that is taken, is three times as long in a form; a longer one is to hear why it is refused.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 2**20

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR / "static"

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{each}"}
    for each in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_ADAPTER = "cms.accounts.ByInvitation"
ACCOUNT_FORMS = {"login": "cms.forms.LogInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever follows an invitation's link has shown that the address is theirs
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Stet"

CKEDITOR_CONFIGS = ckeditor.CONFIGS

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True

SECURE_SSL_REDIRECT = not DEBUG
# A supervisor on the same machine asks these two without TLS.
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
if ALLAUTH_TRUSTED_PROXY_COUNT:
    # The proxy ends TLS and says so; without one anybody could claim it.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if DEBUG else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEBUG
# Consent to the browsers' preload list is hard to take back: the owner of the domain gives it, not a default.
SECURE_HSTS_PRELOAD = False
# ckeditor.W001: CKEditor 4 is past its end of life. docs/decisions/0010-the-rich-text-editor.md says why it may stay.
SILENCED_SYSTEM_CHECKS = ["security.W021", "ckeditor.W001"]
SESSION_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_SECURE = not DEBUG
X_FRAME_OPTIONS = "DENY"
# The policy of every page; articles/editor.py loosens it on the pages with the rich text editor, and on no other.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
