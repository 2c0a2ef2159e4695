"""Django's settings for the web door: those of the commands, with pages, sessions and sign-in."""

from pathlib import Path

from goldenthread.config import environment
from goldenthread.config.settings import *  # noqa: F403

PACKAGE = Path(__file__).resolve().parent.parent
WEB = PACKAGE / "web"

DEBUG = False
ALLOWED_HOSTS = environment.hosts()
CSRF_TRUSTED_ORIGINS = environment.origins()
ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"

INSTALLED_APPS = [
    "goldenthread",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
]

MIDDLEWARE = [
    "goldenthread.web.guard.headers.Headers",
    "goldenthread.web.guard.origin.Origin",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Nobody sees a page without having signed in, unless the page says so itself.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goldenthread.web.pages.faults.Withholding",
]

CSRF_FAILURE_VIEW = "goldenthread.web.pages.faults.stale"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates", WEB / "signing_in" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "person")}),
    )
]

# How many proxies of the council's own stand before the server.
GOLDENTHREAD_PROXIES = environment.proxies()

# Cookies and pages go over HTTPS alone, unless the server is on this very machine.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = environment.is_https()
SECURE_HSTS_SECONDS = 31_536_000 if environment.is_https() else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.proxies() else None
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True

ACCOUNT_ADAPTER = "goldenthread.web.signing_in.adapter.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# Accounts are made by the council, from addresses that it gave out itself.
ACCOUNT_EMAIL_VERIFICATION = "none"

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

STATIC_URL = "/static/"
STATICFILES_DIRS = [folder for folder in (WEB / "static",) if folder.is_dir()]
WHITENOISE_USE_FINDERS = True

# The council's own colour and typeface; its name is the one of the council folder.
GOLDENTHREAD_STYLE = environment.style()

LOCALE_PATHS = [WEB / "locale"]
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
