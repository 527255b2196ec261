"""All settings, from the environment. Every name read here is listed in docs/reference/settings.md."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

PACKAGE = Path(__file__).resolve().parent.parent


def env(name: str, default: str = "") -> str:
    return os.environ.get(f"AIMWELL_{name}", default)


HOME = Path(env("HOME", str(Path.cwd() / "var"))).resolve()
DEMO = env("DEMO") == "1"
DEBUG = env("DEBUG") == "1"
SECRET_KEY = env("SECRET_KEY", "only-for-demo-and-tests-never-for-real-people" if DEMO or env("TEST") else "")
ALLOWED_HOSTS = env("HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in env("ORIGINS").split(",") if origin]
SECURE = env("HTTPS") == "1"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "template_partials",
    "csp",
    "django_htmx",
    "aimwell.ui",  # before allauth: its account pages wear our look
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "allauth.socialaccount.providers.google",
    "allauth.socialaccount.providers.clever",
    "aimwell.core.history",
    "aimwell.core.jobs",
    "aimwell.core.vocabulary",
    "aimwell.contexts.orgs",
    "aimwell.contexts.people",
    "aimwell.contexts.people.signin",
    "aimwell.contexts.people.rosters",
    "aimwell.contexts.people.wording",
    "aimwell.contexts.people.equity",
    "aimwell.contexts.measures",
    "aimwell.contexts.theory",
    "aimwell.contexts.theory.noticing",
    "aimwell.contexts.theory.voices",
    "aimwell.contexts.theory.predicting",
    "aimwell.contexts.theory.processes",
    "aimwell.contexts.theory.practices",
    "aimwell.contexts.theory.choosing",
    "aimwell.contexts.theory.diagram",
    "aimwell.contexts.theory.coherence",
    "aimwell.contexts.theory.paper",
    "aimwell.contexts.theory.wall",
    "aimwell.contexts.theory.layers",
    "aimwell.contexts.theory.focus",
    "aimwell.contexts.cycles",
    "aimwell.contexts.cycles.collecting",
    "aimwell.contexts.cycles.ledger",
    "aimwell.contexts.cycles.conditions",
    "aimwell.contexts.cycles.rubric",
    "aimwell.contexts.cycles.quick",
    "aimwell.contexts.cycles.oldforms",
    "aimwell.contexts.cycles.rounds",
    "aimwell.contexts.cycles.support",
    "aimwell.contexts.meetings",
    "aimwell.contexts.meetings.huddle",
    "aimwell.contexts.meetings.launch",
    "aimwell.contexts.meetings.conversation",
    "aimwell.contexts.meetings.windows",
    "aimwell.contexts.meetings.protocols",
    "aimwell.contexts.meetings.shareout",
    "aimwell.contexts.meetings.barriers",
    "aimwell.contexts.networks",
    "aimwell.contexts.reports",
    "aimwell.api",
    "aimwell.contexts.reports.participation",
    "aimwell.contexts.reports.handover",
    "aimwell.contexts.reports.threads",
    "aimwell.contexts.reports.digest",
    "aimwell.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "aimwell.core.standing.StandingMiddleware",
    "aimwell.core.vocabulary.middleware.SpeechMiddleware",
    "aimwell.contexts.people.signin.middleware.FirstPasswordMiddleware",
    "aimwell.ui.middleware.DomainErrorMiddleware",
]

ROOT_URLCONF = "aimwell.config.urls"
WSGI_APPLICATION = "aimwell.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "aimwell.ui.context.nav",
            ],
            "builtins": ["aimwell.ui.templatetags.ui", "django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "aimwell.ui.forms.AimwellRenderer"

DATABASE_URL = env("DATABASE", f"sqlite:{HOME / 'aimwell.sqlite3'}")
if DATABASE_URL.startswith("postgres"):
    _url = urlsplit(DATABASE_URL)
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": _url.path.lstrip("/"),
            "USER": unquote(_url.username or ""),
            "PASSWORD": unquote(_url.password or ""),
            "HOST": _url.hostname or "",
            "PORT": str(_url.port or ""),
            "CONN_MAX_AGE": 60,
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATABASE_URL.removeprefix("sqlite:"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",  # writers queue instead of deadlocking on lock upgrade
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if env("TEST"):  # a slow password hash protects nobody in a test
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "aimwell.contexts.people.signin.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "aimwell.contexts.people.forms.SignUpExtras"
ACCOUNT_FORMS = {"login": "aimwell.contexts.people.signin.forms.SignInForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_code"
# With mail, a sign-up is answered alike whether or not the address has an account; without mail that can't be hidden.
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if env("EMAIL_URL") else "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# A school comes through one address, so limits for an address are wide; guesses at one account are few.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "100/m/ip,5/300s/key",
    "signup": "60/m/ip",
    "reset_password": "60/m/ip,5/m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env("BEHIND_PROXY") == "1" else 0
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}

SIGN_IN_ON_LOOPBACK = bool(DEMO or DEBUG or env("TEST"))  # a provider on this machine, for trials only
MFA_ADAPTER = "aimwell.contexts.people.signin.adapters.MfaAdapter"
MFA_FORMS = {"add_webauthn": "aimwell.contexts.people.signin.forms.PasskeyForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Aimwell"
MFA_TOTP_TOLERANCE = 1  # clocks of phones are up to half a minute off
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts may have no address at all
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SIGN_IN_ON_LOOPBACK

SOCIALACCOUNT_ADAPTER = "aimwell.contexts.people.signin.adapters.ProviderAdapter"
SOCIALACCOUNT_EMAIL_REQUIRED = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"  # the adapter takes confirmed addresses only
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_QUERY_EMAIL = True
SOCIALACCOUNT_PROVIDERS = {
    "google": {"SCOPE": ["openid", "profile", "email"], "OAUTH_PKCE_ENABLED": True, "APPS": []},
    "clever": {
        "SCOPE": ["read:user_id", "read:teachers", "read:school_admins", "read:district_admins"],
        "APPS": [],
    },
    "openid_connect": {"OAUTH_PKCE_ENABLED": True},
}
_keys = {"google": (env("GOOGLE_ID"), env("GOOGLE_SECRET")), "clever": (env("CLEVER_ID"), env("CLEVER_SECRET"))}
for _provider, (_id, _secret) in _keys.items():
    if _id:
        _app = {"name": _provider.title(), "client_id": _id, "secret": _secret}
        SOCIALACCOUNT_PROVIDERS[_provider]["APPS"] = [_app]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:home"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
TIME_ZONE = env("TIME_ZONE", "America/New_York")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
UNBUILT_STATIC = bool(DEMO or DEBUG or env("TEST"))  # served from the packages; building takes half a minute
STATIC_ROOT = None if UNBUILT_STATIC else HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if UNBUILT_STATIC
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = UNBUILT_STATIC
MEDIA_ROOT = HOME / "files"

API_PER_MINUTE = int(env("API_PER_MINUTE", "600"))
API_WRONG_PER_MINUTE = int(env("API_WRONG_PER_MINUTE", "60"))

UPLOAD_LIMIT_BYTES = 50 * 1024 * 1024
UPLOAD_LIMIT_ROWS = 200_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

HUEY_URL = env("QUEUE", DATABASE_URL if DATABASE_URL.startswith("postgres") else f"sqlite:{HOME / 'queue.sqlite3'}")
JOB_LEASE_SECONDS = int(env("JOB_LEASE_SECONDS", "60"))
JOB_SWEEP_SECONDS = int(env("JOB_SWEEP_SECONDS", "60"))
JOB_THREADS = int(env("JOB_THREADS", "2"))

FIRST_TEST_ROOMS = int(env("FIRST_TEST_ROOMS", "3"))
FIRST_TEST_WEEKS = int(env("FIRST_TEST_WEEKS", "4"))
ROUND_SHORTEST = int(env("ROUND_SHORTEST", "45"))
ROUND_LONGEST = int(env("ROUND_LONGEST", "90"))

BIND = env("BIND", "127.0.0.1:8000")
WEB_WORKERS = int(env("WEB_WORKERS", str(min(os.cpu_count() or 1, 4))))
WEB_THREADS = int(env("WEB_THREADS", "4"))

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "aimwell.ui.views.token_missing"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # load balancers ask over plain HTTP
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env("BEHIND_PROXY") == "1" else None

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if env("EMAIL_URL")
    else "django.core.mail.backends.console.EmailBackend"
)
_mail = urlsplit(env("EMAIL_URL"))
EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.scheme == "smtp+tls", _mail.scheme == "smtps"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("FROM", "aimwell@localhost")

LOG_LEVEL = env("LOG_LEVEL", "WARNING")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
