from django.apps import AppConfig


class ConversationConfig(AppConfig):
    name = "aimwell.contexts.meetings.conversation"
    label = "conversation"
