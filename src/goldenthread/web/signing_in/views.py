"""Views of signing in and out."""

from typing import Any

from allauth.account.views import LoginView, LogoutView

from goldenthread.web import frame


class SignIn(LoginView):
    """Sign in by e-mail address and password."""

    template_name = "signing_in/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the council's name around it."""
        return {**super().get_context_data(**kwargs), "council": frame.council()}


class SignOut(LogoutView):
    """Sign out, after asking."""

    template_name = "signing_in/sign_out.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the council's name around it."""
        return {**super().get_context_data(**kwargs), "council": frame.council()}
