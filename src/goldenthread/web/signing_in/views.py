"""Views of signing in and out."""

from allauth.account.views import LoginView, LogoutView


class SignIn(LoginView):
    """Sign in by e-mail address and password."""

    template_name = "signing_in/sign_in.html"


class SignOut(LogoutView):
    """Sign out, after asking."""

    template_name = "signing_in/sign_out.html"
